/** Asks before a project is cancelled: what that costs, how it comes about, and why. */
import type { Costs } from '#app/domain/projects/costs.ts';
import { ConfirmBox } from './buttons.tsx';
import { TextArea } from './fields.tsx';
import { ErrorSummary } from './form.tsx';
import { PageHead } from './layout.tsx';
import { Breadcrumb, projectPath } from './navigation.tsx';
import { fieldOf, problemsOf, type Answers } from './piece-fields.tsx';
import { Definition, Notice } from './text.tsx';

type CancelProps = {
  id: string;
  title: string;
  costs: Costs;
  /** Goes along, so that nobody confirms other amounts than these. */
  amounts: string;
  formToken: string;
  answers: Answers;
  /** Why nothing was done yet; null unless the amounts were others. */
  changed: string | null;
};

export function CancelProject({ id, title, costs, amounts, formToken, answers, changed }: CancelProps) {
  const project = `/projects/${id}`;
  return (
    <div className="narrow stack">
      <PageHead
        above={<Breadcrumb items={projectPath(title, project, { label: 'Cancel' })} />}
        title={title}
      />
      <ErrorSummary errors={problemsOf(answers)} />
      {changed && (
        <Notice title="The amounts have changed">
          <p>{changed}</p>
        </Notice>
      )}
      <section className="stack" aria-labelledby="costs">
        <h2 id="costs">What it costs</h2>
        <p className="prose">{costs.by === 'publisher' ? BY_PUBLISHER : BY_DESIGNER}</p>
        <Definition
          items={[
            { term: 'Where it stands', value: costs.stage },
            { term: 'Price', value: costs.price },
            { term: 'Approved so far', value: costs.approved },
            { term: 'Due in all', value: <b>{`${costs.due}, ${costs.percent} % of the price`}</b> },
            { term: 'Paid so far', value: costs.paid },
          ]}
        />
        {costs.by === 'publisher' && <Scale stages={costs.stages} />}
      </section>
      <ConfirmBox
        title="Cancel the project?"
        text={
          <>
            <p>{costs.left}</p>
            <p>It cannot be taken up again. The brief is closed, and its publisher can reopen it.</p>
          </>
        }
        action={`${project}/cancel`}
        confirm="Cancel the project"
        cancel={project}
        hidden={{ formToken, amounts }}
        danger
      >
        <TextArea
          field={fieldOf(answers, 'reason')}
          label="Why you cancel"
          hint="The other side reads it, and so does whoever reads the log."
          rows={4}
          max={5000}
        />
      </ConfirmBox>
    </div>
  );
}

const BY_PUBLISHER =
  'A publisher who cancels owes a part of the price, by how far the work has come; and never less than what was approved.';
const BY_DESIGNER =
  'A designer who cancels is owed what was approved, and nothing for what was not. What was paid beyond that goes back.';

const Scale = ({ stages }: { stages: Costs['stages'] }) => (
  <table>
    <caption className="soft">The fee for cancelling, of the price</caption>
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col">Fee</th>
      </tr>
    </thead>
    <tbody>
      {stages.map(({ label, percent }) => (
        <tr key={label}>
          <td>{label}</td>
          <td className="num">{percent} %</td>
        </tr>
      ))}
    </tbody>
  </table>
);
