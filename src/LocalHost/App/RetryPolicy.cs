using System.Globalization;

namespace Ita.LocalHost.App;

/// <summary>The <c>retry</c> policy of one function (contract.md, section 3, retries).</summary>
/// <param name="MaxRetryCount">Tries after the first; -1 means without end.</param>
/// <param name="Shortest">The pause before the first retry.</param>
/// <param name="Longest">The pause never grows above this; equal to the shortest for a fixed delay.</param>
internal sealed record RetryPolicy(int MaxRetryCount, TimeSpan Shortest, TimeSpan Longest)
{
    public static RetryPolicy From(string strategy, int maxRetryCount, Func<string, string> interval) => strategy switch
    {
        "fixedDelay" => new(maxRetryCount, Span(interval("delayInterval")), Span(interval("delayInterval"))),
        "exponentialBackoff" => new(maxRetryCount, Span(interval("minimumInterval")), Span(interval("maximumInterval"))),
        _ => throw new AppFolderException($"'{strategy}' is no retry strategy: fixedDelay or exponentialBackoff."),
    };

    public bool Allows(int retry) => MaxRetryCount < 0 || retry <= MaxRetryCount;

    /// <summary>The pause before the given retry, counted from 1: doubled each time up to <see cref="Longest"/>.</summary>
    /// <remarks>The real host adds chance to the exponential pause; here it is left out so that tests know it.</remarks>
    public TimeSpan PauseBefore(int retry)
    {
        var doubled = Shortest * Math.Pow(2, Math.Min(retry - 1, 30));
        return doubled < Longest ? doubled : Longest;
    }

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
