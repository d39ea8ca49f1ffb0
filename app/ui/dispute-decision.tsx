/** A dispute as staff read it: what both sides say, the project's facts, and the form that decides. */
import type { DisputeSheet } from '#app/domain/projects/dispute-sheet.ts';
import type { ProjectSheet } from '#app/domain/projects/sheet.ts';
import { DecisionForm, DisputeRecord } from './disputes.tsx';
import { ErrorSummary } from './form.tsx';
import { PageHead } from './layout.tsx';
import { Breadcrumb } from './navigation.tsx';
import { problemsOf, type Answers } from './piece-fields.tsx';
import { Definition } from './text.tsx';

type DecideProps = {
  sheet: Pick<ProjectSheet, 'id' | 'title' | 'facts' | 'milestones'> & {
    names: readonly string[];
    conversationId: string | null;
  };
  dispute: DisputeSheet;
  currency: string;
  mayDecide: boolean;
  formToken: string;
  answers: Answers;
};

export function DecideDispute({ sheet, dispute, currency, mayDecide, formToken, answers }: DecideProps) {
  const { id, title, facts, milestones, names, conversationId } = sheet;
  const project = `/projects/${id}`;
  return (
    <div className="stack">
      <PageHead
        above={<Breadcrumb items={[{ label: 'Disputes', href: '/admin/disputes' }, { label: title }]} />}
        title={title}
        lede={names.join(' and ')}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      <div className="with-aside">
        <div className="stack">
          <DisputeRecord dispute={dispute} />
          {mayDecide && (
            <section className="stack" aria-labelledby="decide">
              <h2 id="decide">Decide</h2>
              <DecisionForm
                {...{ answers, formToken, currency, price: facts.price }}
                cancel={`${project}/move/settle`}
              />
            </section>
          )}
        </div>
        <aside aria-labelledby="facts" className="stack">
          <h2 id="facts">The project</h2>
          <Definition
            items={[
              { term: 'Price', value: facts.price },
              { term: 'Due so far', value: facts.due },
              { term: 'Paid', value: facts.paid },
              { term: 'Rounds of changes', value: facts.rounds },
              { term: 'Agreed on', value: facts.agreed },
              ...milestones.map(({ label, href, status, when, due }) => ({
                term: label,
                value: (
                  <a href={href}>
                    <span className="vh">{label}: </span>
                    {due && status.state === 'due' ? due : [status.label, when].filter(Boolean).join(' ')}
                  </a>
                ),
              })),
            ]}
          />
          <ul className="stack tight">
            <li>
              <a href={project}>The page of the project</a>
            </li>
            {conversationId && (
              <li>
                <a href={`/messages/${conversationId}`}>What they wrote to each other</a>
              </li>
            )}
          </ul>
        </aside>
      </div>
    </div>
  );
}
