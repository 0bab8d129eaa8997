using System.Collections.Concurrent;

namespace Ita.App.Storage;

/// <summary>Ends calls of an HTTP request soon when a storage service is down (<see cref="StoragePatience"/>).</summary>
/// <remarks>A service is down when it refuses connections, or when it has sent nothing at all for <see cref="LongestSilence"/>, not even a
/// response to a small extra call. A slow call alone does not end: a large upload, or one of many calls, takes its time.</remarks>
internal sealed class StorageHandler(TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>How long a service may send nothing. The emulator is silent for more than a second while it writes its files on a busy
    /// machine.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    /// <summary>How long a service may refuse everything.</summary>
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(1.2);

    /// <summary>How long a service may send nothing before the extra call is sent.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.4);

    private const int Attempts = 3;

    private static readonly TimeSpan AttemptPause = TimeSpan.FromMilliseconds(100);

    // By host and port, when the service last sent a response.
    private readonly ConcurrentDictionary<string, long> answered = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = request.RequestUri!;
        if (StoragePatience.Current is not { } patience)
        {
            return await NoteAsync(service, base.SendAsync(request, cancellationToken));
        }

        var response = await WatchAsync(request, cancellationToken);
        if (patience.Record(StorageFaults.IsUnavailable((int)response.StatusCode), clock) > LongestRefusal)
        {
            response.Dispose();
            throw Unavailable(service, $"answers {(int)response.StatusCode}", null);
        }

        return response;
    }

    private static StorageUnavailableException Unavailable(Uri service, string what, Exception? cause) =>
        new($"Storage at {service.Authority} {what}.", cause);

    private async Task<HttpResponseMessage> NoteAsync(Uri service, Task<HttpResponseMessage> sending)
    {
        var response = await sending;
        answered[service.Authority] = clock.GetTimestamp();
        return response;
    }

    private async Task<HttpResponseMessage> WatchAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var service = request.RequestUri!;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = NoteAsync(service, base.SendAsync(request, stopping.Token));
        try
        {
            return await UnlessSilentAsync(service, sending, stopping.Token);
        }
        catch (HttpRequestException cut) when (!cancellationToken.IsCancellationRequested)
        {
            // A connection may break now and then, and all kept ones break when the service restarts. Then the client tries again.
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await AnswersAsync(service, stopping.Token))
                {
                    throw;
                }

                await Task.Delay(AttemptPause, clock, stopping.Token);
            }

            throw Unavailable(service, "refuses connections", cut);
        }
        catch (StorageUnavailableException)
        {
            await stopping.CancelAsync();
            _ = sending.ContinueWith(ended => ended.Exception, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<HttpResponseMessage> UnlessSilentAsync(Uri service, Task<HttpResponseMessage> sending, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            await ((Task)sending).WaitAsync(Pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sending.IsCompleted || cancellationToken.IsCancellationRequested)
            {
                return await sending;
            }

            if (SilenceSince(service, began) > LongestSilence)
            {
                throw Unavailable(service, "does not respond", null);
            }

            _ = AnswersAsync(service, cancellationToken);
        }
    }

    private TimeSpan SilenceSince(Uri service, long began) =>
        clock.GetElapsedTime(answered.TryGetValue(service.Authority, out var last) && last > began ? last : began);

    // Any response counts, also a refusal: the call carries no signature.
    private async Task<bool> AnswersAsync(Uri service, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service, "/"));
            using var response = await NoteAsync(service, base.SendAsync(request, cancellationToken))
                .WaitAsync(LongestSilence, clock, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
