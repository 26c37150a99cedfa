// Package order sorts lists in a fifth of the code that package slices has for
// each kind of them: several kilobytes of a program.
package order

// short is the most elements that are put in order one by one, which takes no
// memory.
const short = 24

// Stable sorts a list as compare says, which returns less than 0 if a comes
// before b. Elements that are equal keep their order.
func Stable[E any](list []E, compare func(a, b E) int) {
	for i := 1; i < len(list); i++ {
		if len(list) > short && compare(list[i], list[i-1]) < 0 {
			merge(list, compare)
			return
		}
		for k := i; k > 0 && compare(list[k], list[k-1]) < 0; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

// merge sorts a list by merging runs of it, each time twice as long.
func merge[E any](list []E, compare func(a, b E) int) {
	from, to := list, make([]E, len(list))
	for run := 1; run < len(list); run *= 2 {
		for start := 0; start < len(list); start += 2 * run {
			middle, end := min(start+run, len(list)), min(start+2*run, len(list))
			a, b := start, middle
			for i := start; i < end; i++ {
				if b == end || a < middle && compare(from[b], from[a]) >= 0 {
					to[i] = from[a]
					a++
				} else {
					to[i] = from[b]
					b++
				}
			}
		}
		from, to = to, from
	}
	copy(list, from)
}
