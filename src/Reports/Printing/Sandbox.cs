using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ita.Reports.Printing;

/// <summary>Whether Chromium can run with its sandbox, which needs a user that is not root, and user namespaces.</summary>
/// <param name="Flags">What Chromium needs to start without it.</param>
/// <param name="Missing">Why there is no sandbox; null when there is one.</param>
internal sealed record Sandbox(IReadOnlyList<string> Flags, string? Missing)
{
    /// <summary>The script of the image: it changes the user and decides about the sandbox itself, and reports to its error output.</summary>
    private const string Wrapper = "chromium-unprivileged";

    private static readonly ConcurrentDictionary<string, Sandbox> Known = new();

    public static Sandbox ForBrowser(string executable) => Known.GetOrAdd(
        executable,
        path => Path.GetFileName(path) == Wrapper
            ? new([], Run(path, "--version") is { Error: { Length: > 0 } error } ? error : null)
            : Decide(Environment.IsPrivilegedProcess, AreNamespacesAllowed));

    internal static Sandbox Decide(bool isRoot, Func<bool> areNamespacesAllowed) => isRoot
        ? Without("this process is root, and Chromium has no sandbox for root")
        : areNamespacesAllowed() ? new([], null) : Without("this machine allows no user namespaces");

    private static Sandbox Without(string reason) => new(["--no-sandbox"], reason);

    // Tried with a process that does nothing. macOS has another sandbox and no unshare.
    private static bool AreNamespacesAllowed() =>
        !OperatingSystem.IsLinux() || Run("/bin/sh", "-c", "exec unshare --user --pid --net --fork true").Exit == 0;

    private static (int Exit, string Error) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var error = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
