package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"sync"
	"time"
)

// Forget takes back what has been said of a post. It stands in journals only.
const Forget Label = "forget"

// A Journal is a file of what people have said of posts, one entry a line, in
// the order in which they said it. An entry is a post as in JSONL with its
// label and the time "at". Lines are only ever added, so a journal can be
// copied while it grows, and read again to undo what was learnt wrongly.
//
// A Journal is safe for concurrent use. Several processes may add to the same
// file: each entry is one write.
type Journal struct {
	mu    sync.Mutex
	file  *os.File
	name  string
	read  int64            // bytes of the file that labels holds
	label map[string]Label // of each post's Key, as last said
	now   func() time.Time
}

// OpenJournal opens a journal, and makes it if there is none. A line that
// cannot be read, such as the last of a crash, is passed over; ReadJournal
// reports it.
func OpenJournal(name string) (*Journal, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	j := &Journal{file: f, name: name, label: make(map[string]Label), now: time.Now}
	if err := j.catchUp(); err != nil {
		f.Close()
		return nil, err
	}
	return j, nil
}

// Close closes the file.
func (j *Journal) Close() error { return j.file.Close() }

// Learn adds what people say of a post, and reports whether that is news: to
// say the same of the same post again adds nothing.
func (j *Journal) Learn(s Sample, label Label) (news bool, err error) {
	if label != Spam && label != Ham && label != Forget {
		return false, fmt.Errorf("corpus: %s: a post cannot be learnt as %q", j.name, label)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.catchUp(); err != nil {
		return false, err
	}
	key := Key(&s)
	if last, known := j.label[key]; last == label || label == Forget && !known {
		return false, nil
	}
	line, err := entryLine(s, label, j.now())
	if err != nil {
		return false, fmt.Errorf("corpus: %s: %w", j.name, err)
	}
	if _, err := j.file.Write(line); err != nil {
		return false, fmt.Errorf("corpus: %w", err)
	}
	return true, j.catchUp()
}

// Label returns what was last said of a post, and Unlabelled if nothing was,
// or it was taken back.
func (j *Journal) Label(s *Sample) Label {
	j.mu.Lock()
	defer j.mu.Unlock()
	if l := j.label[Key(s)]; l != Forget {
		return l
	}
	return Unlabelled
}

// catchUp reads the entries that have been added since, by whomever, and ends
// a line that was left unended.
func (j *Journal) catchUp() error {
	info, err := j.file.Stat()
	if err != nil {
		return fmt.Errorf("corpus: %w", err)
	}
	if info.Size() == j.read {
		return nil
	}
	added := io.NewSectionReader(j.file, j.read, info.Size()-j.read)
	for s, err := range ReadJSONL(added, j.name) {
		if err == nil {
			j.label[Key(&s)] = s.Label
		}
	}
	j.read = info.Size()
	var last [1]byte
	if _, err := j.file.ReadAt(last[:], info.Size()-1); err != nil {
		return fmt.Errorf("corpus: %w", err)
	}
	if last[0] != '\n' {
		if _, err := j.file.Write([]byte("\n")); err != nil {
			return fmt.Errorf("corpus: %w", err)
		}
		j.read++
	}
	return nil
}

// entryLine returns an entry as one line.
func entryLine(s Sample, label Label, at time.Time) ([]byte, error) {
	if label == Forget { // what is taken back need not be kept
		s = Sample{Post: s.Post}
	}
	s.Label = label
	if s.ID == "" {
		s.ID = Key(&s)
	}
	line, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	line = bytes.TrimSuffix(line, []byte("}"))
	return fmt.Appendf(line, ",\"at\":%q}\n", at.UTC().Format(time.RFC3339)), nil
}

// Key returns what a post is known by in a journal: its ID, or if it has none
// a hash of what it says.
func Key(s *Sample) string {
	if s.ID != "" {
		return s.ID
	}
	h := sha256.New()
	for _, text := range slices.Concat([]string{s.Title, s.Body, s.Author.Name, s.Author.URL}, s.Links) {
		fmt.Fprintf(h, "%d:%s", len(text), text)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)[:16])
}

// ReadJournal returns the posts that a journal knows, each once and with what
// was last said of it, in the order in which that was said. The same journal
// gives the same posts. A line that cannot be read yields a *LineError, first.
func ReadJournal(r io.Reader, file string) iter.Seq2[Sample, error] {
	return func(yield func(Sample, error) bool) {
		last := make(map[string]int)
		var posts []Sample
		for s, err := range ReadJSONL(r, file) {
			if err != nil {
				if !yield(Sample{}, err) {
					return
				}
				continue
			}
			key := Key(&s)
			if i, ok := last[key]; ok {
				posts[i] = Sample{}
			}
			last[key] = len(posts)
			posts = append(posts, s)
		}
		for _, s := range posts {
			if (s.Label == Spam || s.Label == Ham) && !yield(s, nil) {
				return
			}
		}
	}
}
