using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Faults;

/// <summary>The triggers of queues, blobs and timers go on after an outage of storage, without a restart.</summary>
public sealed class HostOutageTests : IAsyncLifetime
{
    private readonly BreakableStore store = new();
    private AppOnHost? app;

    public async Task InitializeAsync()
    {
        await store.StartAsync();
        app = await AppOnHost.StartAsync(store.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_scored_after_an_outage(bool isKilled)
    {
        await ScoreAsync("BEFORE");
        if (isKilled)
        {
            await store.KillAsync();
        }
        else
        {
            store.Pause();
        }

        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", AppOnHost.Key) } };
        using var down = await http.GetAsync(new Uri(app!.Host.Address, "/api/v1/uploads"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);

        // Longer than all attempts of one call of the triggers.
        await Task.Delay(TimeSpan.FromSeconds(12));
        if (isKilled)
        {
            await store.StartAsync();
        }
        else
        {
            store.Resume();
        }

        await ScoreAsync("AFTER");
        Assert.False(app.Host.Completion.IsCompleted, string.Join('\n', app.Log.TakeLast(5)));
    }

    private Task ScoreAsync(string agency) => app!.Api.SentAsync(ScoreFile.Whole(agency, 90), $"{agency}.csv");
}
