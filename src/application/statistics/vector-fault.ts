/** Why a vector of an offered method cannot be recomputed: what it gives is not what the method takes. */
export class VectorFault extends Error {
  override readonly name = 'VectorFault';
}
