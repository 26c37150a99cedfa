// Package fold turns text into what a reader perceives, and keeps the way
// back to the bytes that were typed.
//
// Text is read in two views, and in one way more that needs none:
//
//   - [Fold] is the base view. Whatever a reader does not notice is gone from
//     it, and it is right for every text: what is honest stays readable, word
//     for word, in any language.
//   - [Join] closes up what reads as words only when it is closed up: single
//     letters, jamo, digits and hanja for letters, wedges. It is wrong for most
//     text, so it holds nothing but the stretches it changed. A scan says
//     beforehand whether there are any.
//   - Spelling by sound, look-alike syllables (야민정음), initials, the
//     keyboard set to Latin letters and romanisation are no views: as such they
//     would turn honest text into nonsense and nonsense into terms. They are
//     ways of writing a term, so a search for terms knows them: [Sound], [Odd],
//     [Alike], [Initials], [Keyed], [Romanised].
//
// Every change has a [Cause], because the act of hiding says more than what is
// hidden.
package fold
