namespace Ita.LocalHost;

/// <summary>How a raw HTTP request travels from the host to the handler (contract.md, section 4).</summary>
public enum HttpMode
{
    /// <summary>Streamed both ways and unchanged, as newer hosts do with <c>enableProxyingHttpRequest</c>.</summary>
    Proxying,

    /// <summary>
    /// Buffered, and with the losses of <c>enableForwardingHttpRequest</c>: a body only with Content-Length above 0,
    /// repeated query keys joined by commas, a path cut at an escaped question or number sign.
    /// </summary>
    Forwarding,
}
