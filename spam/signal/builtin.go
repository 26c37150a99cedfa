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
		wordsCompound,
		wordsPile,
		wordsOffer,
		contactOffer,
		contactDisguised,
		contextReport,
		contextMedical,
		contextStory,
		contextQuoted,
		addressUnknown,
		addressOpaque,
		addressInvite,
		addressThrowaway,
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
		disguiseMixed,
		disguiseInvisible,
		disguiseOverride,
		disguiseBrand,
		disguiseStyled,
		hiddenLink,
		hiddenTerm,
	}
})
