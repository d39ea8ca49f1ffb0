/** Every mail of the story of a cover, in order: whom it goes to, what it says, and where it leads. */
const [H, D, M] = ['Harriet Vane-Okafor', 'Dario Lindqvist', 'Mira Solberg'];
const [project, proposal] = ['/projects/…', '/proposals/…'];

export const coverLetters = (book: string) => [
  [H, `${D} sent you a proposal for ${book}`, proposal],
  [H, `${M} sent you a proposal for ${book}`, proposal],
  [D, `Your proposal for ${book} is on the shortlist`, proposal],
  [D, `${H} made you a counter-offer for ${book}`, proposal],
  [H, `${D} changed the offer for ${book}`, proposal],
  [D, `It is agreed: ${H} accepted your offer for ${book}`, project],
  [M, `Another designer will make the cover of ${book}`, '/briefs'],
  [H, `${D} has started work on ${book}`, project],
  [H, `${D} has delivered the concepts for ${book}`, `${project}/milestones/concepts`],
  [D, `${H} asks for changes to the concepts for ${book}`, `${project}/milestones/concepts`],
  [H, `${D} has delivered the concepts for ${book}`, `${project}/milestones/concepts`],
  [D, `${H} has approved the concepts for ${book}`, project],
  [H, `${D} has delivered the front cover for ${book}`, `${project}/milestones/front`],
  [D, `${H} has approved the front cover for ${book}`, project],
  [H, `${D} has delivered the full wrap for ${book}`, `${project}/milestones/wrap`],
  [D, `The full wrap for ${book} is out of date`, `${project}/milestones/wrap`],
  [H, `${D} has delivered the full wrap for ${book}`, `${project}/milestones/wrap`],
  [D, `${H} has approved the full wrap for ${book}`, project],
  [H, `${D} has delivered the hand-over for ${book}`, `${project}/milestones/handover`],
  [D, `The cover of ${book} is finished`, `${project}/review`],
  [H, `${D} sent you an invoice of €1,071 for ${book}`, `${project}/invoices/1`],
  [D, `${H} wrote down a payment of €900 for ${book}`, `${project}/payments`],
  [H, `${D} confirmed a payment of €900 for ${book}`, `${project}/payments`],
  [D, `${H} has reviewed your work together on ${book}`, `${project}/review`],
  [H, `The reviews of ${book} can be read now`, `${project}/review`],
];
