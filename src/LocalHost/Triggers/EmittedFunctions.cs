using System.Reflection;
using System.Reflection.Emit;
using Ita.LocalHost.App;
using Microsoft.Azure.WebJobs;
using ExecutionContext = Microsoft.Azure.WebJobs.ExecutionContext;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Makes a class with one method per queue and blob function, so that the WebJobs SDK finds them by their attributes. A blob function with
/// <c>source: EventGrid</c> gets its blobs from the SDK's own listings, every ten seconds.
/// <c>[FunctionName("Ingest")] Task Ingest([QueueTrigger("ingest", Connection = "…")] byte[] message, Binder, ExecutionContext, CancellationToken)</c>.
/// </summary>
internal static class EmittedFunctions
{
    private static readonly MethodInfo Run = typeof(FunctionBridge).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The class is called as in the genuine host, because its name is part of the names of receipts and leases.</summary>
    public static Type Make(IEnumerable<Function> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Functions");
        var type = module.DefineType("Host.Functions", TypeAttributes.Public, typeof(FunctionBridge));
        foreach (var function in functions)
        {
            EmitMethod(type, function);
        }

        return type.CreateType();
    }

    private static void EmitMethod(TypeBuilder type, Function function)
    {
        Type[] parameters = [ValueType(function), typeof(Microsoft.Azure.WebJobs.Binder), typeof(ExecutionContext), typeof(CancellationToken)];
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, typeof(Task), parameters);
        method.SetCustomAttribute(Attribute<FunctionNameAttribute>(function.Name));
        method.DefineParameter(1, ParameterAttributes.None, function.Parameter).SetCustomAttribute(TriggerAttribute(function));
        method.DefineParameter(2, ParameterAttributes.None, "_binder");
        method.DefineParameter(3, ParameterAttributes.None, "_context");
        method.DefineParameter(4, ParameterAttributes.None, "_cancellationToken");
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldstr, function.Name);
        for (var argument = 1; argument <= parameters.Length; argument++)
        {
            code.Emit(OpCodes.Ldarg, (short)argument);
        }

        code.Emit(OpCodes.Call, Run);
        code.Emit(OpCodes.Ret);
    }

    private static Type ValueType(Function function) =>
        function.IsDeferred ? typeof(ParameterBindingData) : function.Has("dataType", "binary") ? typeof(byte[]) : typeof(string);

    private static CustomAttributeBuilder TriggerAttribute(Function function) => function.Type == Function.QueueTrigger
        ? Attribute<QueueTriggerAttribute>(function["queueName"]!, function["connection"])
        : Attribute<BlobTriggerAttribute>(function.BlobPath, function["connection"]);

    private static CustomAttributeBuilder Attribute<T>(string argument, string? connection = null)
    {
        var constructor = typeof(T).GetConstructor([typeof(string)])!;
        return connection is null
            ? new(constructor, [argument])
            : new(constructor, [argument], [typeof(T).GetProperty("Connection")!], [connection]);
    }
}
