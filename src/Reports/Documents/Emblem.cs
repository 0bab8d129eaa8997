namespace Ita.Reports.Documents;

/// <summary>The emblem at the head of a memo or letter, as it was decoded and encoded again.</summary>
/// <param name="ContentType">image/png or image/jpeg.</param>
public sealed record Emblem(string ContentType, byte[] Bytes)
{
    /// <summary>The picture as the address of an image in a page.</summary>
    internal string ToDataUrl() => $"data:{ContentType};base64,{Convert.ToBase64String(Bytes)}";
}
