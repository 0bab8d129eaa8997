using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Ita.App.Storage;

namespace Ita.App.Tests.Surveys;

/// <summary>Storage clients of a process that ends: after a number of writes nothing reaches the storage any more.</summary>
internal sealed class DyingStorage : IDisposable
{
    private readonly HttpClientTransport transport;
    private readonly Handler handler;

    /// <param name="living">The account.</param>
    /// <param name="writes">How many calls that change something are made.</param>
    public DyingStorage(StorageConnection living, string connectionString, int writes)
    {
        handler = new(writes);
        transport = new(handler);
        Connection = living with
        {
            Tables = new TableServiceClient(connectionString, With(new TableClientOptions())),
            Queues = new QueueServiceClient(connectionString, With(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })),
        };
    }

    public StorageConnection Connection { get; }

    /// <summary>Whether the process ended.</summary>
    public bool IsDead => handler.IsDead;

    public void Dispose()
    {
        transport.Dispose();
        handler.Dispose();
    }

    private T With<T>(T options)
        where T : ClientOptions
    {
        options.Transport = transport;
        options.Retry.MaxRetries = 0;
        return options;
    }

    private sealed class Handler(int writes) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        private int made;

        public bool IsDead { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            IsDead |= request.Method != HttpMethod.Get && Interlocked.Increment(ref made) > writes;
            return IsDead ? throw new KilledException() : base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Stands for the end of the process.</summary>
    public sealed class KilledException : Exception;
}
