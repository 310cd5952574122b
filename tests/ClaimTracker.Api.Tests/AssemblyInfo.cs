// FastEndpoints has one configuration for the whole process, so the tests that host the service run one after another. Those in
// the collection Processes run beside them.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 2)]
