using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Ita.App.Tests.Contract.Fuzz;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Tests;

namespace Ita.App.Tests.Faults;

/// <summary>While storage is down, every call that needs it is answered with 503 and Retry-After, and afterwards everything works again.</summary>
public sealed class StorageOutageTests : IAsyncLifetime, IDisposable
{
    private const int Turns = 5;

    private static readonly string[] Pages = ["app/uploads", "app/results/2566/X", "app/rankings/2566", "app/surveys/2567/X"];

    // Operations that no value of the fuzz calls keeps from storage.
    private static readonly string[] Reaching =
    [
        .. Pages, "GET /api/v1/uploads", "POST /api/v1/uploads", "GET /api/v1/keys", "GET /api/v1/runs",
        "GET /api/v1/agencies/{year}/{code}", "GET /api/v1/uploads/{id}",
    ];

    private readonly BreakableStore store = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private AppInProcess? app;

    // Azure's own limit for a call that is not answered is 100 seconds. A call may not wait for others that are not answered either: six hundred
    // are sent at once.
    public async Task InitializeAsync()
    {
        await store.StartAsync();
        app = await AppInProcess.StartAsync(store.ConnectionString);
        http.BaseAddress = app.Address;
        http.Timeout = TimeSpan.FromSeconds(20);
        http.DefaultRequestHeaders.Authorization = new("Bearer", AppOnHost.Key);
        await ReadyAsync(HttpStatusCode.OK);
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await store.DisposeAsync();
    }

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData(Outage.Killed)]
    [InlineData(Outage.Paused)]
    public async Task Every_endpoint_answers_503_and_works_again_afterwards(Outage outage)
    {
        var calls = await CallsAsync();
        await BeginAsync(outage);
        var answers = await Task.WhenAll(calls.Select(AnswerAsync));
        await EndAsync(outage);

        Assert.All(answers, answer =>
            Assert.False(answer.Status is >= 500 and not 503, $"{answer.Operation} answered {answer.Status}: {answer.Body}"));
        var unavailable = answers.Where(answer => answer.Status == 503).ToList();
        Assert.All(unavailable, answer =>
        {
            Assert.Equal("5", answer.RetryAfter);
            Assert.Matches("storage-unavailable|ระบบจัดเก็บข้อมูลไม่ตอบสนอง", answer.Body);
        });
        Assert.Empty(Reaching.Except(unavailable.Select(answer => answer.Operation)));
        Assert.All(await Task.WhenAll((await CallsAsync()).Select(AnswerAsync)), answer => Assert.True(answer.Status < 500, answer.Operation));
    }

    [Theory]
    [InlineData(Outage.Killed)]
    [InlineData(Outage.Paused)]
    public async Task An_upload_is_refused_in_an_outage_and_accepted_after_it(Outage outage)
    {
        await BeginAsync(outage);
        using var refused = await UploadAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        await EndAsync(outage);
        using var accepted = await UploadAsync();
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Fact]
    public async Task A_page_is_shown_in_Thai()
    {
        await BeginAsync(Outage.Paused);
        using var answer = await http.GetAsync(new Uri("/api/app/uploads", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        await EndAsync(Outage.Paused);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("ระบบจัดเก็บข้อมูลไม่ตอบสนอง", page, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outage.Killed)]
    [InlineData(Outage.Paused)]
    public async Task Ready_says_what_is_down_and_live_stays(Outage outage)
    {
        await BeginAsync(outage);
        var state = await ReadyAsync(HttpStatusCode.ServiceUnavailable);
        using var live = await http.GetAsync(new Uri("/api/health/live", UriKind.Relative));
        await EndAsync(outage);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal("notReady", state.GetProperty("status").GetString());
        Assert.All(["storage", "blobs", "queues", "tables"], name => Assert.False(state.GetProperty(name).GetBoolean()));
        Assert.True(state.GetProperty("space").GetBoolean());
        await ReadyAsync(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("BlobEndpoint", "blobs", false)]
    [InlineData("QueueEndpoint", "queues", false)]
    [InlineData("TableEndpoint", "tables", false)]
    [InlineData("QueueEndpoint", "queues", true)]
    public async Task One_service_alone_can_be_down(string endpoint, string name, bool isSilent)
    {
        // A listener that accepts nothing: the kernel connects, and there is no answer.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        if (!isSilent)
        {
            silent.Stop();
        }

        var parts = store.ConnectionString.Split(';').Select(part =>
            part.StartsWith(endpoint, StringComparison.Ordinal) ? $"{endpoint}=http://127.0.0.1:{port}/devstoreaccount1" : part);
        await using var other = await AppInProcess.StartAsync(string.Join(';', parts));
        using var ready = await http.GetAsync(new Uri(other.Address, "/api/health/ready"));
        var state = (await ready.Content.ReadFromJsonAsync<JsonElement>(JsonSerializerOptions.Web))!;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal([name], new[] { "blobs", "queues", "tables" }.Where(one => !state.GetProperty(one).GetBoolean()));
        using var upload = await http.GetAsync(new Uri(other.Address, "/api/v1/uploads"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, upload.StatusCode);
    }

    private async Task BeginAsync(Outage outage)
    {
        if (outage == Outage.Paused)
        {
            store.Pause();
        }
        else
        {
            await store.KillAsync();
        }
    }

    private async Task EndAsync(Outage outage)
    {
        if (outage == Outage.Paused)
        {
            store.Resume();
        }
        else
        {
            await store.StartAsync();
        }
    }

    private async Task<JsonElement> ReadyAsync(HttpStatusCode status)
    {
        using var answer = await http.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(JsonSerializerOptions.Web);
    }

    private Task<HttpResponseMessage> UploadAsync() => http.PostAsync(
        new Uri("/api/v1/uploads?name=a.csv", UriKind.Relative), new ByteArrayContent(ScoreFile.Bytes(ScoreFile.Whole("OUTAGE", 90))));

    // Every operation with an address that reaches storage, and the pages.
    private async Task<IReadOnlyList<(string Operation, HttpRequestMessage Request)>> CallsAsync()
    {
        var document = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/openapi/v1.json", UriKind.Relative), JsonSerializerOptions.Web);
        var fuzz = new FuzzCalls(document, [AppOnHost.Key], seed: 1);
        var operations = Enumerable.Range(0, Turns * fuzz.Operations.Count()).Select(fuzz.Next);
        return [.. operations, .. Pages.Select(page => (page, new HttpRequestMessage(HttpMethod.Get, $"/api/{page}")))];
    }

    private async Task<(string Operation, int Status, string? RetryAfter, string Body)> AnswerAsync(
        (string Operation, HttpRequestMessage Request) call)
    {
        using var answer = await http.SendAsync(call.Request);
        return (call.Operation, (int)answer.StatusCode, answer.Headers.RetryAfter?.ToString(),
            await answer.Content.ReadAsStringAsync());
    }

    public enum Outage
    {
        Killed,
        Paused,
    }
}
