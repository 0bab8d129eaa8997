namespace Ita.App.Web;

/// <summary>The body of a request as JSON.</summary>
internal static class SentJson
{
    /// <summary>Null when the body does not have this shape.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, ApiJson.Options, cancellationToken);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
