namespace Ita.Reports.Printing;

/// <summary>Thrown when printing one document took longer than <see cref="ChromiumOptions.Patience"/>. Its browser was killed.</summary>
public sealed class PrintTimeoutException(TimeSpan patience)
    : TimeoutException(FormattableString.Invariant($"Printing took longer than {patience.TotalSeconds:0.#} s."));
