using System.Text.Json.Serialization;

namespace Ita.App.Web.Bodies;

/// <summary>
/// Reads the JSON body of a request into a type, and refuses it when a member does not fit: the only place where bodies are read. A body
/// is used as a whole or not at all.
/// </summary>
internal static class JsonBody
{
    /// <summary>The largest body in bytes.</summary>
    public const int Limit = 4_000_000;

    /// <summary>The body. Its members are those of the type; a member that is neither nullable nor has a default is needed.</summary>
    /// <param name="invalid">The refusal of a body that cannot be used; its problems are added.</param>
    /// <param name="whenEmpty">The value of an empty body; null when a body is needed.</param>
    public static async Task<Outcome<T>> ReadAsync<T>(
        HttpRequest request, Refusal invalid, CancellationToken cancellationToken, T? whenEmpty = null)
        where T : class
    {
        if (await BodyBytes.ReadAsync(request.Body, Limit, cancellationToken) is not { } bytes)
        {
            return Refusal.TooLarge("body-too-large", ("limit", Limit.ToString(CultureInfo.InvariantCulture)));
        }

        return whenEmpty is not null && BodyBytes.IsBlank(bytes) ? whenEmpty : Read<T>(bytes, invalid);
    }

    /// <summary>A part of a body whose type the endpoint decides, as a type.</summary>
    public static Outcome<T> Read<T>(JsonElement json, Refusal invalid)
        where T : class
    {
        var problems = BodyCheck.FindProblems(json, typeof(T), ApiJson.Strict);
        return problems.IsEmpty ? json.Deserialize<T>(ApiJson.Strict)! : invalid.Because(problems);
    }

    private static Outcome<T> Read<T>(byte[] bytes, Refusal invalid)
        where T : class
    {
        var (json, problem) = BodyBytes.Parse(bytes);
        return json is { } read ? Read<T>(read, invalid) : invalid.Because(problem!);
    }
}
