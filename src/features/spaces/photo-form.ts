import { z } from "@hono/zod-openapi";
import { fileField, textField } from "../../platform/http/fields.ts";

const shown = textField(300).optional().openapi({ description: "What the photo shows, in this language. One language at least" });

/** The body a photo comes in: its file, and in each language what it shows. */
export const photoForm = {
  required: true,
  content: {
    "multipart/form-data": {
      schema: z.strictObject({
        file: fileField,
        nb: shown,
        nn: shown,
        en: shown,
      }),
    },
  },
};
