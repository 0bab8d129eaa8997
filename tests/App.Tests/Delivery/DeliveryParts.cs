using System.Collections.Concurrent;
using Ita.App.Delivery;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Domain;
using Ita.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ita.App.Tests.Delivery;

/// <summary>A store without a host, so that only the test takes letters.</summary>
public sealed class LetterStore : IAsyncLifetime
{
    private readonly AzuriteStore azurite = new();

    internal StorageConnection Storage { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        Storage = RunningApp.StorageOf(azurite.ConnectionString);
        await StorageSetup.CreateAsync(Storage);
    }

    public async Task DisposeAsync() => await azurite.DisposeAsync();
}

/// <summary>The delivery with given settings, and everything that it logs.</summary>
internal sealed class DeliveryParts : IDisposable
{
    private readonly ServiceProvider parts;
    private readonly LogLines log = new();
    private readonly string agency;
    private readonly StorageConnection storage;

    public DeliveryParts(LetterStore store, string agency, params (string Name, string Value)[] settings)
    {
        (this.agency, storage) = (agency, store.Storage);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(one => one.Name).Select(same => KeyValuePair.Create(same.Key, (string?)same.Last().Value)))
            .Build();
        parts = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new OpenStorage(store.Storage))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddDelivery()
            .AddSingleton(new DeliveryPace(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)))
            .BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => parts.GetRequiredService<T>();

    public Task SendAsync(Channel channel, string to, string text = "รหัส 123456", TimeSpan? life = null) => Get<LetterBox>().SendAsync(
        new(2567, agency, channel, to, "เรื่อง", text, TimeProvider.System.GetUtcNow() + (life ?? TimeSpan.FromMinutes(5))), default);

    public Task<string> RunAsync() => Get<DeliverStep>().RunAsync(new(), default);

    /// <summary>Runs until a letter ends in a way.</summary>
    public Task RunUntilAsync(string outcome) =>
        Eventually.TrueAsync(async () => (await RunAsync()).Contains(outcome, StringComparison.Ordinal), outcome);

    /// <summary>The agency's counts, as in sent 1.</summary>
    public async Task<string[]> CountsAsync() =>
    [
        .. (await Get<DeliveryCounts>().OfAgencyAsync(FiscalYear.FromBuddhistEra(2567), agency, 2, default))
            .Select(count => $"{count.Channel} {new Attempt(count.Outcome, count.Cause)} {count.Count}"),
    ];

    /// <summary>Everything that the store holds, and what was logged.</summary>
    public async Task<IReadOnlyCollection<string>> TracesAsync() =>
    [
        .. (await StoredTexts.RowsAsync(storage)).SelectMany(row => row.Texts), .. await StoredTexts.OthersAsync(storage), .. log.Lines,
    ];

    public void Dispose() => parts.Dispose();

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
