namespace Ita.Reports.Printing;

/// <summary>Thrown when no Chromium is installed on this machine.</summary>
public sealed class ChromiumNotFoundException(string message) : Exception(message)
{
    public ChromiumNotFoundException()
        : this(
            $"No browser to print with. Install the Debian package chromium-headless-shell (or chromium), or set {ChromiumFinder.Variable} "
            + $"to the path of a Chromium. Looked on PATH for: {string.Join(", ", ChromiumFinder.Names)}.")
    {
    }
}
