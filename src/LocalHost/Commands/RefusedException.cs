namespace Ita.LocalHost.Commands;

/// <summary>The app answered a call of a command with an error.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException()
    {
    }

    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
