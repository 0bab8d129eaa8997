using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;

namespace Ita.App.Tests.Faults;

/// <summary>A request that is repeated until it succeeds, like a client that retries after an error or a missing
/// response.</summary>
/// <param name="Body">JSON; null for none.</param>
internal sealed record Wish(string Path, string? Body = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends each request once and removes the successful ones.</summary>
    /// <returns>True when all succeeded.</returns>
    public static async Task<bool> AreGrantedAsync(Caller api, Queue<Wish> wishes)
    {
        while (wishes.TryPeek(out var wish))
        {
            if (!await TriedAsync(() => wish.IsGrantedAsync(api)))
            {
                return false;
            }

            wishes.Dequeue();
        }

        return true;
    }

    /// <summary>False when there was no response because the app is not running.</summary>
    public static async Task<bool> TriedAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask().WaitAsync(Patience);
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or TimeoutException or ObjectDisposedException)
        {
            return false;
        }
    }

    private async Task<bool> IsGrantedAsync(Caller api)
    {
        using var answer = await api.PostAsync(Path, Body is null ? null : RunCalls.Body(Body));
        return answer.IsSuccessStatusCode;
    }
}
