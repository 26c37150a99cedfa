package corpus

import (
	"runtime"
	"testing"

	"github.com/boardspam/boardspam/.ci/shared"
	"github.com/boardspam/boardspam/.ci/stopwatch"
	"github.com/boardspam/boardspam/spam/model"
)

// BenchmarkTrain learns a model of short posts and of long ones. It states the
// posts that are learnt in a second of processor time, and the memory that a
// post takes while it is learnt from, all that is shared included:
//
//	go test ./corpus -run xxx -bench Train -cpu 1
func BenchmarkTrain(b *testing.B) {
	for _, set := range []string{
		"zh_sms_mudou", "sms_spam_collection", "ko_sms_spam_lgai", "tr_sms_karasoy", "id_judol_muzazr", "id_judol_gbennnn", "ru_telegram_tizhproger", "stackexchange",
	} {
		b.Run(set, func(b *testing.B) {
			samples := training(b, set)
			held := peak(b, samples)
			b.ReportAllocs()
			n, start := 0, stopwatch.Processor()
			for b.Loop() {
				if _, err := Train(samples, TrainConfig{Seed: 1}); err != nil {
					b.Fatal(err)
				}
				n += len(samples)
			}
			b.ReportMetric(float64(n)/(stopwatch.Processor()-start).Seconds(), "posts/cpu-s")
			b.ReportMetric(float64(held)/float64(len(samples)), "held-B/post")
		})
	}
}

// peak returns the most bytes that are in use between two passes.
func peak(b *testing.B, samples []Sample) (most uint64) {
	inUse := func() uint64 {
		runtime.GC()
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		return s.HeapAlloc
	}
	before := inUse()
	_, err := Train(samples, TrainConfig{Seed: 1, Progress: func(model.Pass) { most = max(most, inUse()-before) }})
	if err != nil {
		b.Fatal(err)
	}
	return most
}

// training returns the posts of a data set to learn from.
func training(b *testing.B, set string) []Sample {
	samples, err := ReadFile(shared.File(b, "data/train/"+set+".jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	return samples
}
