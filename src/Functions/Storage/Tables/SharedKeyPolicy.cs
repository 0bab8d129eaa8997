using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.Functions.Storage.Tables;

/// <summary>Dates and signs each attempt with the account key.</summary>
/// <remarks>
/// Source: "Authorize with Shared Key", Azure Storage REST reference, section Table service. Its string to sign is shorter than
/// the blob service's: no canonicalized headers, and only <c>comp</c> of the query.
/// </remarks>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        request.Headers.SetValue("x-ms-date", clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        request.Headers.SetValue("Authorization", $"SharedKey {credential.AccountName}:{credential.Sign(StringToSign(request))}");
    }

    private string StringToSign(Request request) => string.Join('\n',
        request.Method.Method,
        Header(request, "Content-MD5"),
        Header(request, "Content-Type"),
        Header(request, "x-ms-date"),
        CanonicalizedResource(request.Uri.ToUri()));

    // The path is signed as it is sent, escapes and all. Against the emulator the account stands in it twice, and must.
    private string CanonicalizedResource(Uri uri) => $"/{credential.AccountName}{uri.AbsolutePath}{Comp(uri)}";

    private static string Comp(Uri uri)
    {
        var comp = uri.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("comp=", StringComparison.Ordinal));
        return comp is null ? "" : $"?{comp}";
    }

    private static string Header(Request request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value! : "";
}
