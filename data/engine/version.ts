/**
 * The version of the index: what its pieces are called, how they are packed and what the terms in them mean. Raise it
 * with every change of that, the search's pieces included, so that an index and a code that do not belong together are told apart: a bundle is
 * compiled with the code, but a corpus in D1 may have been published by an older release.
 */
export const INDEX_VERSION = 1;
