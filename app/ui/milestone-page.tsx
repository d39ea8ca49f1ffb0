/** The page of a milestone: how it stands, what can be done, what was delivered, and every version before that. */
import type { MilestoneSheet } from '#app/domain/deliveries/sheet.ts';
import { Actions, LinkButton } from './buttons.tsx';
import { Version } from './delivery.tsx';
import { PageHead } from './layout.tsx';
import { Breadcrumb, projectPath, type Crumb } from './navigation.tsx';
import { StatusTag } from './status.tsx';
import { EmptyState, MetaLine, Notice } from './text.tsx';

type PageProps = { sheet: MilestoneSheet; pictures: boolean };

export const milestonePath = (sheet: { id: string; title: string; name: string; here: string }): Crumb[] =>
  projectPath(sheet.title, `/projects/${sheet.id}`, { label: sheet.name, href: sheet.here });

export function MilestonePage({ sheet, pictures }: PageProps) {
  const { current, earlier, standing, title, name } = sheet;
  const answers = sheet.moves.includes('answer');
  const path = projectPath(title, `/projects/${sheet.id}`, { label: name });
  return (
    <div className="stack">
      <PageHead above={<Breadcrumb items={path} />} title={name}>
        <MetaLine>
          <StatusTag {...sheet.status} />
          {sheet.due}
        </MetaLine>
      </PageHead>
      {standing && (
        <Notice title={standing.isYours ? 'Your turn' : undefined}>
          <p>{standing.next}</p>
          {standing.countdown && <p>{standing.countdown}</p>}
        </Notice>
      )}
      {current ? (
        <section className="stack" aria-labelledby="current">
          <h2 id="current">Version {current.number}</h2>
          <p className="meta">Delivered {current.when}</p>
          <Version version={current} {...{ title, pictures, answers }} />
        </section>
      ) : (
        <EmptyState
          title="Nothing delivered yet"
          text="Everything that is delivered for this milestone stays here, version by version."
        />
      )}
      <Choices sheet={sheet} />
      {earlier.length > 0 && (
        <section className="stack" aria-labelledby="earlier">
          <h2 id="earlier">Earlier versions</h2>
          {earlier.map((version) => (
            <details key={version.id} className="panel">
              <summary>
                Version {version.number}, delivered {version.when}
              </summary>
              <Version version={version} {...{ title, pictures, answers }} />
            </details>
          ))}
        </section>
      )}
    </div>
  );
}

/** What its reader can do now, and the rule that goes with it. */
function Choices({ sheet }: { sheet: MilestoneSheet }) {
  const { moves, here, kind, draft, clock, round, current, id } = sheet;
  const judges = moves.includes('approve');
  return (
    <section className="stack no-print" aria-label="What you can do">
      {judges && clock && <p>{clock}</p>}
      {judges && (
        <Actions>
          <LinkButton href={`${here}/approve`} kind="primary">
            Approve
          </LinkButton>
          {round.isLeft && (
            <LinkButton href={`${here}/changes`}>
              {current?.drafting ? 'Go on with the changes' : 'Request changes'}
            </LinkButton>
          )}
          <LinkButton href={`${here}/ask`} kind={round.isLeft ? 'quiet' : 'secondary'}>
            Ask a question
          </LinkButton>
        </Actions>
      )}
      {judges && (
        <p className="meta">
          {round.words}{' '}
          {!round.isLeft && <a href={`/projects/${id}/amendments/new?rounds=1`}>Propose a further round</a>}
        </p>
      )}
      {moves.includes('deliver') && (
        <Actions>
          <LinkButton href={`${here}/deliver`} kind={moves.includes('answer') ? 'secondary' : 'primary'}>
            {draft
              ? 'Go on with the draft'
              : current
                ? 'Put together a new version'
                : 'Put a delivery together'}
          </LinkButton>
        </Actions>
      )}
      {kind === 'handover' && current && (
        <p>
          <LinkButton href={`/projects/${id}/handover.zip`}>Download everything as one ZIP</LinkButton>
        </p>
      )}
    </section>
  );
}
