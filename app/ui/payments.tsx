/** How two sides stand with each other: what is due, what has been paid, and the form that writes a payment down. */
import { Button, PostButton } from './buttons.tsx';
import { RadioField } from './choices.tsx';
import { DateField, TextField, type Option } from './fields.tsx';
import { Form, Hidden } from './form.tsx';
import { fieldOf, type Answers } from './piece-fields.tsx';
import { Records } from './records.tsx';
import { StatusTag } from './status.tsx';
import { Definition, type Fact } from './text.tsx';

export type InstalmentRow = {
  name: string;
  part: string;
  amount: string;
  state: 'approved' | 'due';
  when: string;
};

/** The price in parts, and the sums that matter now. */
export function AccountSheet({ rows, sums }: { rows: readonly InstalmentRow[]; sums: readonly Fact[] }) {
  return (
    <section className="stack" aria-labelledby="account">
      <h2 id="account">What is due</h2>
      <p className="soft">All amounts are before tax, as in the contract.</p>
      <Definition items={sums} />
      <Records caption="The price in parts" columns={['Milestone', 'Part', 'When', 'Amount']}>
        {rows.map(({ name, part, amount, state, when }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="num">{part}</td>
            <td>
              <StatusTag state={state} label={when} />
            </td>
            <td className="num">{amount}</td>
          </tr>
        ))}
      </Records>
    </section>
  );
}

export type PaymentRow = {
  id: string;
  amount: string;
  what: string;
  day: string;
  by: string;
  note: string;
  state: string;
  label: string;
  /** What the reader can do with it now. */
  moves: { action: string; label: string; formToken: string }[];
};

export function PaymentList({ rows }: { rows: readonly PaymentRow[] }) {
  return (
    <section className="stack" aria-labelledby="payments">
      <h2 id="payments">Payments</h2>
      {rows.length === 0 ? (
        <p className="soft">None has been written down.</p>
      ) : (
        <Records caption="Payments" columns={['Payment', 'Paid on', 'Written down by', 'State']}>
          {rows.map(({ id, amount, what, day, by, note, state, label, moves }) => (
            <tr key={id}>
              <th scope="row">
                <span className="num">{amount}</span> <span className="soft">{what}</span>
                {note && <p className="as-typed meta">{note}</p>}
              </th>
              <td className="num">{day}</td>
              <td>{by}</td>
              <td>
                <StatusTag state={state} label={label} />
                {moves.map((move) => (
                  <PostButton key={move.action} action={move.action} hidden={{ formToken: move.formToken }}>
                    {move.label}
                    <span className="vh">
                      {' '}
                      the payment of {amount}, {day}
                    </span>
                  </PostButton>
                ))}
              </td>
            </tr>
          ))}
        </Records>
      )}
    </section>
  );
}

type FormProps = {
  answers: Answers;
  formToken: string;
  currency: string;
  /** Which way money may have gone; null while it can go one way only. */
  directions: readonly Option[] | null;
};

/** Writes down a payment that was made elsewhere. */
export function PaymentForm({ answers, formToken, currency, directions }: FormProps) {
  const field = (name: string) => fieldOf(answers, name);
  return (
    <section className="stack no-print" aria-labelledby="record">
      <h2 id="record">Write down a payment</h2>
      <p>You pay each other directly, as you like; the other side confirms what has come.</p>
      <Form>
        <Hidden name="formToken" value={formToken} />
        {directions ? (
          <RadioField field={field('direction')} label="Which way did the money go?" options={directions} />
        ) : (
          <Hidden name="direction" value="paid" />
        )}
        <TextField
          field={field('amount')}
          label={`Amount in ${currency}, before tax`}
          hint="What an invoice adds as tax is not counted here."
          inputMode="decimal"
          width="short"
          autoComplete="off"
        />
        <DateField field={field('paidOn')} label="Paid on" />
        <TextField
          field={field('note')}
          label="Note"
          hint="Such as the number of a transfer. Both sides read it."
          optional
        />
        <Button>Write it down</Button>
      </Form>
    </section>
  );
}
