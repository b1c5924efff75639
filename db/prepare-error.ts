/** The database can not be used as it is: the message is one line for the person who runs the server. */
export class PrepareError extends Error {
  override readonly name = 'PrepareError';
}
