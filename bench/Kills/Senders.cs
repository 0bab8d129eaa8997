using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Ita.Bench.Kills;

/// <summary>Sends posts one after the other and repeats each until it is acknowledged, as people and scripts
/// do.</summary>
internal sealed class Senders : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource enough = new();
    private readonly HttpClient http;
    private readonly List<Task> senders = [];
    private int tries;

    public Senders(Uri address, string key)
    {
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(address, "/api/v1/"),
            Timeout = TimeSpan.FromSeconds(30),
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>The subjects of acknowledged posts (2xx), one entry per post.</summary>
    public ConcurrentBag<(PostKind Kind, string Subject)> Acknowledged { get; } = [];

    /// <summary>Attempts without a response, or with an error response.</summary>
    public int FailedTries => tries - Acknowledged.Count;

    public void Begin(Func<TestPost> next) => senders.Add(SendAsync(next));

    /// <exception cref="TimeoutException">Fewer are acknowledged within five minutes.</exception>
    public async Task AcknowledgedAsync(int count)
    {
        var began = Stopwatch.GetTimestamp();
        while (Acknowledged.Count < count)
        {
            await Task.WhenAny(senders.Append(Task.Delay(Pause))).Unwrap();
            if (Stopwatch.GetElapsedTime(began) > LongestStop)
            {
                throw new TimeoutException($"Only {Acknowledged.Count} posts are acknowledged.");
            }
        }
    }

    /// <summary>Stops when every started post is acknowledged.</summary>
    public async Task EndAsync()
    {
        await enough.CancelAsync();
        await Task.WhenAll(senders).WaitAsync(LongestStop);
    }

    public void Dispose()
    {
        http.Dispose();
        enough.Dispose();
    }

    private async Task SendAsync(Func<TestPost> next)
    {
        while (!enough.IsCancellationRequested)
        {
            var post = next();
            while (!await IsAcknowledgedAsync(post))
            {
                await Task.Delay(Pause);
            }

            Acknowledged.Add((post.Kind, post.Subject));
            await Task.Delay(Pause);
        }
    }

    private async Task<bool> IsAcknowledgedAsync(TestPost post)
    {
        Interlocked.Increment(ref tries);
        using var content = new ByteArrayContent(post.Body);
        content.Headers.ContentType = new(post.ContentType);
        try
        {
            using var answer = await http.PostAsync(new Uri(post.Path, UriKind.Relative), content);
            await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict
                ? throw new InvalidOperationException($"{post.Path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}")
                : answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
