using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>One action's answer inside the answer to a transaction.</summary>
internal sealed class TransactionActionResponse : Response
{
    private readonly Dictionary<string, string> _headers;

    public TransactionActionResponse(int status, string reasonPhrase, Dictionary<string, string> headers, string body)
    {
        Status = status;
        ReasonPhrase = reasonPhrase;
        _headers = headers;
        ContentStream = BinaryData.FromString(body).ToStream();
    }

    public override int Status { get; }

    public override bool IsError => Status >= 400;

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));
}
