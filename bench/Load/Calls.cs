using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Ita.Bench.Material;

namespace Ita.Bench.Load;

/// <summary>Makes calls and counts their answers. An answer with another status than expected, or none within a minute, is an error.</summary>
internal sealed class Calls : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> took = [];
    private readonly ConcurrentDictionary<string, int> errors = [];
    private readonly HttpClient known;
    private readonly HttpClient stranger;

    public Calls(AppApi api, string key)
    {
        known = Client(api.Address);
        known.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        stranger = Client(api.Address);
    }

    /// <summary>Milliseconds of the answered calls, by the name of the call.</summary>
    public IReadOnlyDictionary<string, double[]> Took => took.ToDictionary(call => call.Key, call => call.Value.Order().ToArray());

    /// <summary>How often each error occurred.</summary>
    public IReadOnlyDictionary<string, int> Errors => errors;

    /// <returns>The body; empty after an error.</returns>
    public Task<byte[]> GetAsync(string call, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        SendAsync(call, known, new(HttpMethod.Get, path), expected);

    public Task<byte[]> PostAsync(string call, string path, byte[] body, string type, HttpStatusCode expected) =>
        SendAsync(call, known, Post(path, body, type), expected);

    /// <summary>A call without a key.</summary>
    public Task<byte[]> PostAsStrangerAsync(string call, string path, byte[] body, HttpStatusCode expected) =>
        SendAsync(call, stranger, Post(path, body, "application/json"), expected);

    public void Dispose()
    {
        known.Dispose();
        stranger.Dispose();
    }

    private static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = Deadline };

    private static HttpRequestMessage Post(string path, byte[] body, string type) =>
        new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } } };

    private async Task<byte[]> SendAsync(string call, HttpClient http, HttpRequestMessage request, HttpStatusCode expected)
    {
        using var sent = request;
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await http.SendAsync(request);
            var body = await answer.Content.ReadAsByteArrayAsync();
            took.GetOrAdd(call, _ => []).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            return answer.StatusCode == expected ? body : Fail(call, $"{(int)answer.StatusCode}");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return Fail(call, fault.GetType().Name);
        }
    }

    private byte[] Fail(string call, string reason)
    {
        errors.AddOrUpdate($"{call}: {reason}", 1, (_, count) => count + 1);
        return [];
    }
}
