"""Gates on claim datasets: what a reviewer expects, held against what was judged."""
