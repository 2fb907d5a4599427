package com.newgroktimes.digest.operator.api;

/**
 * A body that says what is to be done. It is read to the letter: a word that is passed over may be the one that said when, to whom,
 * or not at all.
 */
interface Instruction {}
