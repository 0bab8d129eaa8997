using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.Functions.Storage;

/// <summary>Counts the requests this process sends to storage, every try of each: what a run costs, and what an account has to bear.</summary>
public sealed class StorageCalls
{
    private readonly Counting _blobs = new();
    private readonly Counting _queues = new();
    private readonly Counting _tables = new();

    public long Blobs => _blobs.Count;

    public long Queues => _queues.Count;

    public long Tables => _tables.Count;

    internal T ForBlobs<T>(T options)
        where T : ClientOptions => Counted(options, _blobs);

    internal T ForQueues<T>(T options)
        where T : ClientOptions => Counted(options, _queues);

    internal T ForTables<T>(T options)
        where T : ClientOptions => Counted(options, _tables);

    private static T Counted<T>(T options, Counting policy)
        where T : ClientOptions
    {
        options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class Counting : HttpPipelineSynchronousPolicy
    {
        private long _count;

        public long Count => Interlocked.Read(ref _count);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
    }
}
