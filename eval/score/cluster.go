package score

// Clusters is what B³ is made of (Bagga and Baldwin, 1998): the sums over all mentions of how much of the mention's cluster is of its
// chain, and how much of its chain is in its cluster. The zero value counts nothing.
type Clusters struct {
	Precision, Recall float64
	Mentions          int
}

// CountClusters compares the found clusters with the gold chains of the same mentions.
func CountClusters(found, gold []string) Clusters {
	type pair struct{ found, gold string }
	both, ofFound, ofGold := map[pair]int{}, map[string]int{}, map[string]int{}
	for i := range found {
		both[pair{found[i], gold[i]}]++
		ofFound[found[i]]++
		ofGold[gold[i]]++
	}
	c := Clusters{Mentions: len(found)}
	for i := range found {
		n := float64(both[pair{found[i], gold[i]}])
		c.Precision += n / float64(ofFound[found[i]])
		c.Recall += n / float64(ofGold[gold[i]])
	}
	return c
}

// Add adds the counts of other mentions.
func (c *Clusters) Add(o Clusters) {
	c.Precision += o.Precision
	c.Recall += o.Recall
	c.Mentions += o.Mentions
}

// Percents are precision, recall and F1, 0 to 100; 0 without mentions.
func (c Clusters) Percents() (precision, recall, f1 float64) {
	n := float64(max(c.Mentions, 1))
	precision, recall = 100*c.Precision/n, 100*c.Recall/n
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f1
}
