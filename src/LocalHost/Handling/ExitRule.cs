namespace Ita.LocalHost.Handling;

/// <summary>What the host does when the handler's process has ended.</summary>
internal enum AfterExit
{
    /// <summary>Nothing: the app stays dead until the host itself starts again.</summary>
    LeaveDead,

    Restart,

    /// <summary>Too many errors: the host shuts down.</summary>
    ShutDown,
}

/// <summary>
/// Exit code 0 leaves the app dead, 200 asks for a restart, anything else is an error; the third error shuts the host
/// down unless 30 minutes passed since the one before (contract.md, section 1, exit code).
/// </summary>
internal sealed class ExitRule(TimeProvider clock)
{
    private const int ErrorsAllowed = 3;
    private const int DeliberateRestart = 200;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private int errors;
    private DateTimeOffset lastError;

    public AfterExit Exited(int exitCode) => exitCode switch
    {
        0 => AfterExit.LeaveDead,
        DeliberateRestart => AfterExit.Restart,
        _ => Failed(),
    };

    /// <summary>An error that is no exit: the handler did not answer in time.</summary>
    public AfterExit Failed()
    {
        var now = clock.GetUtcNow();
        errors = now - lastError > Memory ? 1 : errors + 1;
        lastError = now;
        return errors < ErrorsAllowed ? AfterExit.Restart : AfterExit.ShutDown;
    }
}
