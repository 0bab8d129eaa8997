using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.Worker;

/// <summary>A function ended with an exception in the worker; the message has its type, text and stack.</summary>
public sealed class FunctionFailedException : Exception
{
    internal FunctionFailedException(string function, StatusResult result)
        : base($"{function}: {result.Status}: {result.Exception?.Type} {result.Exception?.Message}\n{result.Exception?.StackTrace}".TrimEnd())
    {
    }
}
