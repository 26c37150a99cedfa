package rules

import "runtime"

// A mapping is a file's bytes, for as long as somebody uses them.
type mapping struct {
	data  []byte
	unmap func([]byte) error // nil if data is ordinary memory
}

// close gives the bytes back.
func (m *mapping) close() {
	if m.unmap != nil {
		m.unmap(m.data)
	}
}

// closeWhenUnused gives the bytes back when m is no longer reachable.
func (m *mapping) closeWhenUnused() {
	if m.unmap == nil {
		return
	}
	data, unmap := m.data, m.unmap
	runtime.AddCleanup(m, func(struct{}) { unmap(data) }, struct{}{})
}
