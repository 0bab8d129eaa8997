namespace Ita.App.Web.Forms;

/// <summary>Names what a form has shown, so that a form posted later does not overwrite what another request stored meanwhile.</summary>
internal static class FormTag
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "tag";

    private const int Length = 16;

    public static string Of<T>(T shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(shown))))[..Length];
}
