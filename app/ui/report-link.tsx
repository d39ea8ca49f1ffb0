type ReportLinkProps = {
  subject: 'person' | 'message' | 'brief' | 'piece' | 'review';
  id: string;
  label: string;
};

/** To tell staff of something. Quiet, and nothing for search engines. */
export const ReportLink = ({ subject, id, label }: ReportLinkProps) => (
  <p className="small">
    <a className="soft" href={`/report/${subject}/${id}`} rel="nofollow">
      {label}
    </a>
  </p>
);
