"""Who may see and steer embedding jobs."""

MAY_EMBED = "ai.change_embeddingjob"
MAY_SWITCH = "ai.change_embeddingspace"
