package signal

import "sync"

// Builtin returns the signals that come with the library, in the order in
// which they run. The result is shared and must not be changed.
var Builtin = sync.OnceValue(func() []Signal {
	return []Signal{
		listBlocked,
		listAllowed,
		placeInsideWord,
		placeSplice,
		placeMidSentence,
		placeAnchored,
		placeLineBreak,
		placeRepeated,
		placeEvenGaps,
		placeParticle,
		placeReplaced,
		placeSwapped,
		placeLure,
		placeFields,
		placeList,
		placeAcrostic,
		placeReversed,
		placeForeign,
		placeLine,
		wordsCompound,
		wordsPile,
		wordsOffer,
		wordsPitch,
		wordsPraise,
		wordsBrand,
		contactOffer,
		contactAddress,
		contactDisguised,
		contextReport,
		contextMedical,
		contextStory,
		contextQuoted,
		addressUnknown,
		addressOpaque,
		addressInvite,
		addressThrowaway,
		addressLong,
		addressCheap,
		addressSameShape,
		addressHosted,
		addressRedirect,
		addressUserInfo,
		addressNumeric,
		addressBrand,
		addressMismatch,
		addressDisguised,
		addressScript,
		addressKeyword,
		englishImperative,
		englishImpersonal,
		disguiseTerm,
		disguiseVariant,
		disguiseSpelling,
		disguiseMixed,
		disguiseInvisible,
		disguiseOverride,
		disguiseBrand,
		disguiseStyled,
		hiddenLink,
		hiddenTerm,
	}
})

// Prepare reads what the built-in signals know of words. Otherwise the first
// post that needs it waits for that.
func Prepare() { builtinEar() }
