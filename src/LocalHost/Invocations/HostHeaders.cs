using System.Net.Http.Headers;

namespace Ita.LocalHost.Invocations;

/// <summary>The headers by which the host makes itself known (contract.md, sections 2 and 4).</summary>
internal static class HostHeaders
{
    public const string Version = "4.1037.0.0";
    public const string UserAgent = "Azure-Functions-Host/" + Version;
    public const string HostVersionName = "X-Azure-Functions-HostVersion";
    public const string InvocationIdName = "X-Azure-Functions-InvocationId";
    public const string ProxiedInvocationIdName = "x-ms-invocation-id";

    /// <summary>Sets them, over whatever a caller sent under these names.</summary>
    public static void Set(HttpRequestHeaders headers, Guid invocationId, bool isProxied)
    {
        Overwrite(headers, HostVersionName, Version);
        Overwrite(headers, InvocationIdName, invocationId.ToString());
        if (isProxied)
        {
            Overwrite(headers, ProxiedInvocationIdName, invocationId.ToString());
        }
    }

    private static void Overwrite(HttpRequestHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }
}
