namespace Ita.Functions.Invocation;

/// <summary>Someone called an invocation endpoint with what no Functions host sends.</summary>
public sealed class MalformedPayloadException : Exception
{
    public MalformedPayloadException()
    {
    }

    public MalformedPayloadException(string message)
        : base(message)
    {
    }

    public MalformedPayloadException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
