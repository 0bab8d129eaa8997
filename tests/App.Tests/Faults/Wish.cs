using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;

namespace Ita.App.Tests.Faults;

/// <summary>Something asked of the API until it is granted: whoever gets no answer, or an error, asks again.</summary>
/// <param name="Body">JSON; null for none.</param>
internal sealed record Wish(string Path, string? Body = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks for each in turn, and takes those out that were granted.</summary>
    /// <returns>Whether all were.</returns>
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

    /// <summary>False when there was no answer: the app is away.</summary>
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
