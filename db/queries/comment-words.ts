/** Whether a reader of this issue is shown its own part alone; see `commentWords`. */
export const showsOwnPartOnly = `exists (select 1 from issues part
  where part.comment_id = issues.comment_id and part.id <> issues.id and part.annulled_at is null
    and ((part.track = 'denunciation' and issues.track <> 'denunciation') or (part.track <> 'petition' and issues.track = 'petition')))`

/**
 * The words of a comment, for whoever reads one of its issues; the query names them `issues` and `said`. Where another
 * part of the comment went its own legal way (a denunciation, a complaint), they stand beside that part alone and this
 * part shows its own: whoever may not see the one must not read it in the other. One text for all readers, so that it
 * costs a list nothing but a look into an index.
 */
export const commentWords = `case when ${showsOwnPartOnly} then issues.text else said.text end`
