using System.Diagnostics;
using System.Net;

namespace Ita.Bench.Surveys;

/// <summary>Posts at a constant rate, whatever the response times: each post has a scheduled time, and its latency
/// counts from there even when the sender is late. So a stall affects all posts scheduled during it and not only
/// one.</summary>
internal static class SteadyPosts
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task<Step> RunAsync(Uri address, IReadOnlyList<(string Path, byte[] Sheet)> posts, int rate)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Deadline };
        var began = Stopwatch.GetTimestamp();
        var sent = new Task<Post>[posts.Count];
        for (var number = 0; number < posts.Count; number++)
        {
            var moment = TimeSpan.FromSeconds((double)number / rate);
            if (moment - Stopwatch.GetElapsedTime(began) is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            sent[number] = SendAsync(http, posts[number], began, moment);
        }

        var answered = await Task.WhenAll(sent);
        return Step.Of(rate, Stopwatch.GetElapsedTime(began), answered);
    }

    private static async Task<Post> SendAsync(HttpClient http, (string Path, byte[] Sheet) post, long began, TimeSpan moment)
    {
        using var content = new ByteArrayContent(post.Sheet);
        content.Headers.ContentType = new("application/json");
        try
        {
            using var answer = await http.PostAsync(new Uri(post.Path, UriKind.Relative), content);
            await answer.Content.ReadAsByteArrayAsync();
            return new(Stopwatch.GetElapsedTime(began) - moment, answer.StatusCode == HttpStatusCode.Created ? Outcome.Stored : Outcome.Refused);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return new(Stopwatch.GetElapsedTime(began) - moment, Outcome.Unanswered);
        }
    }
}

/// <param name="Waited">From the scheduled time to the last byte of the response.</param>
internal readonly record struct Post(TimeSpan Waited, Outcome Outcome);

internal enum Outcome
{
    /// <summary>201 was returned.</summary>
    Stored,

    /// <summary>Any other status was returned.</summary>
    Refused,

    /// <summary>No response in time: it may be stored or not, and a client would send it again with the same
    /// nonce.</summary>
    Unanswered,
}

/// <summary>The figures of one rate.</summary>
internal sealed record Step(int Rate, double StoredASecond, int Stored, int Refused, int Unanswered, TimeSpan Median, TimeSpan Of99, TimeSpan Longest)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>True when all are stored and 99 percent of the responses took less than a second.</summary>
    public bool KeepsUp => Refused + Unanswered == 0 && Of99 < Patience;

    public static Step Of(int rate, TimeSpan took, Post[] posts)
    {
        TimeSpan[] waited = [.. posts.Select(post => post.Waited).Order()];
        var count = posts.CountBy(post => post.Outcome).ToDictionary();
        var stored = count.GetValueOrDefault(Outcome.Stored);
        return new(
            rate, stored / took.TotalSeconds, stored, count.GetValueOrDefault(Outcome.Refused), count.GetValueOrDefault(Outcome.Unanswered),
            waited[waited.Length / 2], waited[(int)(waited.Length * 0.99)], waited[^1]);
    }
}
