//go:build !unix

package rules

import "os"

// mapFile reads a file, where there is no mmap.
func mapFile(name string) (*mapping, error) {
	data, err := os.ReadFile(name)
	return &mapping{data: data}, err
}
